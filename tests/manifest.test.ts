import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RIBBON_COMMANDS } from '../src/hosts/excel/ribbon';
import { pngSize, type IconFile } from '../scripts/manifest/icons';
import { rebase } from '../scripts/manifest/rebase.mjs';
import { checkManifest } from '../scripts/manifest/rules';

const root = path.join(__dirname, '..');
const manifest = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

function readAsset(name: string): IconFile | undefined {
  const file = path.join(root, name);
  return existsSync(file) ? pngSize(readFileSync(file)) : undefined;
}

const line = (pattern: RegExp): string => {
  const found = pattern.exec(manifest)?.[0];
  if (found === undefined) throw new Error(`the manifest has no ${String(pattern)}`);
  return found;
};
test('the manifest is valid', () => {
  expect(checkManifest(manifest, readAsset)).toEqual([]);
});

test('it names the commands that the page binds, and no other', () => {
  const named = [...manifest.matchAll(/<FunctionName>(\w+)</g)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set<string>(RIBBON_COMMANDS));
});

test('what lies in the selection is checked from the menu of a cell, too', () => {
  const menu = line(/<OfficeMenu id="ContextMenuCell">[^]*?<\/OfficeMenu>/);
  expect(menu).toContain('<FunctionName>checkSelection<');
});

test.each(['https://fin.example', 'https://fin.example:8443/gouji/', 'https://fin.example/a/b'])(
  'moved to %s it is valid, and nothing points to the development machine',
  (base) => {
    const moved = rebase(manifest, base);
    expect(moved).not.toContain('localhost');
    expect(moved).toContain(`"${base.replace(/\/$/, '')}/taskpane.html"`);
    // Office compares an AppDomain with servers: no path belongs to it.
    expect(moved).toContain(`<AppDomain>${new URL(base).origin}</AppDomain>`);
    expect(checkManifest(moved, readAsset)).toEqual([]);
  },
);

test.each(['http://fin.example', 'fin.example', 'https://', 'https://fin.example/?a=1'])(
  'an add-in cannot lie at %s',
  (base) => expect(() => rebase(manifest, base)).toThrow('is no https address such as https://server/path'),
);

const version = line(/ {2}<Version>.*\n/);
const supertip = line(/ *<Supertip>[^]*?<\/Supertip>\n/);

/** What is changed, into what, and the sentence that must come out. */
const broken: readonly (readonly [string, string, string])[] = [
  ['</OfficeApp>', '</OfficeAp>', 'The XML is not well-formed: unexpected close tag.'],
  ['xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"', 'The root must be <OfficeApp xsi:type="TaskPaneApp">.'],
  [version, '', '<OfficeApp> has no <Version>.'],
  ['  <Permissions>', `${version}  <Permissions>`, '<Version> must stand before <DefaultSettings> in <OfficeApp>.'],
  ['<Permissions>', '<Extra/><Permissions>', '<Extra> is not known inside <OfficeApp>.'],
  ['d77d520e-', 'd77d520e', '<Id> "d77d520e9ca6-41a7-b69d-6f35b6d7504b" is no GUID.'],
  [
    'd77d520e-9ca6-41a7-b69d-6f35b6d7504b',
    '00000000-0000-0000-0000-000000000000',
    '<Id> "00000000-0000-0000-0000-000000000000" is no GUID.',
  ],
  ['<Version>1.1.0.0', '<Version>1', '<Version> "1" must be two to four numbers with dots.'],
  ['DefaultValue="勾稽"', `DefaultValue="${'勾'.repeat(126)}"`, '<DisplayName> has 126 characters; 125 are allowed.'],
  ['Value="Gouji"', 'Value=""', '<DisplayName> is empty.'],
  ['校验县级', '校'.repeat(230), '<Description> has 254 characters; 250 are allowed.'],
  [
    'Value="Check now"',
    `Value="${'x'.repeat(126)}"`,
    'The text "Quick.Label" has 126 characters; 125 are allowed in <ShortStrings>.',
  ],
  [
    'Value="Check every',
    `Value="${'x'.repeat(250)}`,
    'The text "Quick.Tip" has 274 characters; 250 are allowed in <LongStrings>.',
  ],
  ['ReadWriteDocument', 'ReadDocument', '<Permissions> must be ReadWriteDocument: the summary sheets are written.'],
  ['Name="Workbook"', 'Name="Document"', '<Hosts> must name Workbook and nothing else.'],
  ['MinVersion="1.9"/>', 'MinVersion="1.16"/>', 'The add-in needs <Set Name="ExcelApi" MinVersion="1.9"/>.'],
  [
    '"https://localhost:3000/taskpane.html"/>\n  </Def',
    '"http://localhost:3000/taskpane.html"/>\n  </Def',
    '<SourceLocation> "http://localhost:3000/taskpane.html" is no https address.',
  ],
  [
    '"https://localhost:3000/assets/icon-64.png"',
    '"https://elsewhere.example/assets/icon-64.png"',
    '<HighResolutionIconUrl> is on https://elsewhere.example; the page is on https://localhost:3000.',
  ],
  ['<AppDomain>https', '<AppDomain>http', '<AppDomain> "http://localhost:3000" is no https address.'],
  [
    'String id="Open.Tip"',
    `String id="${'t'.repeat(33)}"`,
    `The resource id "${'t'.repeat(33)}" has 33 characters; 1 to 32 are allowed.`,
  ],
  [
    '<Label resid="Group.Label"/>',
    '<Label resid="Groups.Label"/>',
    '<Label> refers to "Groups.Label", which no resource defines.',
  ],
  ['<Label resid="Group.Label"/>', '<Label resid="Quick.Label"/>', 'The resource "Group.Label" is never used.'],
  [
    '<Label resid="Group.Label"/>',
    '<Label resid="Open.Tip"/>',
    '<Label> refers to "Open.Tip" in <LongStrings>; it must be in <ShortStrings>.',
  ],
  ['id="Gouji.QuickCheck"', 'id="Gouji.OpenPane"', 'The id "Gouji.OpenPane" of <Control> is used twice.'],
  ['<DefaultLocale>zh-CN', '<DefaultLocale>en-US', '<DefaultLocale> must be zh-CN.'],
  ['<bt:Override Locale="en-US" Value="Checks"/>', '', '"Group.Label" has no text for en-US.'],
  [
    '<bt:Override Locale="en-US" Value="Checks"/>',
    '<bt:Override Locale="en-US" Value="a"/><bt:Override Locale="en-US" Value="b"/>',
    '"Group.Label" has two texts for one locale.',
  ],
  ['<bt:Image size="80" resid="Icon.80"/>', '', '<Icon> has no image of size 80.'],
  ['assets/icon-80.png', 'assets/icon-81.png', 'The icon assets/icon-81.png does not exist.'],
  ['assets/icon-80.png', 'assets/icon-64.png', 'The icon assets/icon-64.png is 64 × 64; it must be 80 × 80.'],
  [
    '<Set Name="SharedRuntime" MinVersion="1.1"/>',
    '',
    'A <Runtime> needs <Set Name="SharedRuntime" MinVersion="1.1"/>.',
  ],
  ['lifetime="long"', 'lifetime="short"', '<Runtime> must have lifetime="long".'],
  [
    '<FunctionFile resid="Taskpane.Url"/>',
    '<FunctionFile resid="Icon.16"/>',
    '<FunctionFile> must refer to "Taskpane.Url", as <Runtime> does, to share the runtime.',
  ],
  ['<FunctionFile resid="Taskpane.Url"/>', '', 'There is a command but no <FunctionFile>.'],
  [
    '<Runtime resid="Taskpane.Url" lifetime="long"/>',
    '',
    'There is no <Runtime>: pane and command would not share their state.',
  ],
  ['xsi:type="ShowTaskpane"', 'xsi:type="ShowPane"', '<Action> has the unknown type "ShowPane".'],
  [supertip, '', '<Control> has no <Supertip>.'],
];

test.each(broken.map(([from, to, sentence]) => [sentence, from, to]))('%s', (sentence, from, to) => {
  expect(manifest).toContain(from);
  const problems = checkManifest(manifest.replace(from, to), readAsset);
  expect(problems.map((problem) => problem.sentence)).toContain(sentence);
});

test('a problem names its line', () => {
  const [problem] = checkManifest(manifest.replace('ReadWriteDocument', 'ReadDocument'), readAsset);
  expect(manifest.split('\n')[(problem?.line ?? 0) - 1]).toContain('<Permissions>');
});

test('an empty file is no manifest', () => {
  expect(checkManifest('', readAsset)).toHaveLength(1);
});
