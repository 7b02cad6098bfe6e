import { descendants, type Element, type Problem } from './document';

/** Children in the order that Office demands; `!` marks those that must be there. */
const CHILDREN: Readonly<Record<string, string>> = {
  OfficeApp:
    'Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! SupportUrl ' +
    'AppDomains Hosts! Requirements! DefaultSettings! Permissions! VersionOverrides!',
  VersionOverrides: 'Description Requirements Hosts! Resources!',
  Host: 'Runtimes AllFormFactors DesktopFormFactor MobileFormFactor',
  DesktopFormFactor: 'GetStarted FunctionFile ExtensionPoint!',
  OfficeMenu: 'Control!',
  Group: 'Label! Icon! Tooltip Control!',
  Control: 'Label! ToolTip Supertip! Icon! Action! Enabled',
  Supertip: 'Title! Description!',
  Resources: 'Images! Urls! ShortStrings! LongStrings!',
};

const ACTIONS: Readonly<Record<string, string>> = {
  ShowTaskpane: 'TaskpaneId SourceLocation! Title',
  ExecuteFunction: 'FunctionName!',
};

export function* checkOrder(root: Element): Generator<Problem> {
  if (root.name !== 'OfficeApp' || root.attributes.type !== 'TaskPaneApp') {
    yield { line: root.line, sentence: 'The root must be <OfficeApp xsi:type="TaskPaneApp">.' };
    return;
  }
  for (const element of [root, ...descendants(root)]) {
    const model = element.name === 'Action' ? ACTIONS[element.attributes.type ?? ''] : CHILDREN[element.name];
    if (element.name === 'Action' && model === undefined) {
      yield { line: element.line, sentence: `<Action> has the unknown type "${element.attributes.type ?? ''}".` };
    }
    // A host of the base manifest is only a name.
    if (model !== undefined && !(element.name === 'Host' && element.attributes.Name !== undefined)) {
      yield* checkChildren(element, model.split(' '));
    }
  }
}

function* checkChildren(element: Element, model: readonly string[]): Generator<Problem> {
  const names = model.map((name) => name.replace('!', ''));
  let reached = 0;
  for (const child of element.children) {
    const place = names.indexOf(child.name);
    if (place < 0) {
      yield { line: child.line, sentence: `<${child.name}> is not known inside <${element.name}>.` };
    } else if (place < reached) {
      yield {
        line: child.line,
        sentence: `<${child.name}> must stand before <${names[reached] ?? ''}> in <${element.name}>.`,
      };
    } else {
      reached = place;
    }
  }
  for (const required of model.filter((name) => name.endsWith('!'))) {
    const name = required.slice(0, -1);
    if (!element.children.some((child) => child.name === name)) {
      yield { line: element.line, sentence: `<${element.name}> has no <${name}>.` };
    }
  }
}
