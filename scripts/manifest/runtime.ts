import { all, type Element, type Problem } from './document';

/**
 * The shared runtime: Office starts a second one, silently, when the pane or the function file names
 * another resource than the runtime.
 */
export function* checkRuntime(root: Element): Generator<Problem> {
  const [runtime, ...more] = all(root, 'Runtime');
  if (!runtime) {
    yield { line: root.line, sentence: 'There is no <Runtime>: pane and command would not share their state.' };
    return;
  }
  const needed = all(root, 'Set').find(({ attributes }) => attributes.Name === 'SharedRuntime');
  if (needed?.attributes.MinVersion !== '1.1') {
    yield {
      line: needed?.line ?? root.line,
      sentence: 'A <Runtime> needs <Set Name="SharedRuntime" MinVersion="1.1"/>.',
    };
  }
  for (const other of more) yield { line: other.line, sentence: 'There is more than one <Runtime>.' };
  if (runtime.attributes.lifetime !== 'long')
    yield { line: runtime.line, sentence: '<Runtime> must have lifetime="long".' };
  const shared = runtime.attributes.resid;
  const sources = all(root, 'Action').flatMap((action) => all(action, 'SourceLocation'));
  for (const { name, attributes, line } of [...all(root, 'FunctionFile'), ...sources]) {
    if (attributes.resid !== shared) {
      yield { line, sentence: `<${name}> must refer to "${shared ?? ''}", as <Runtime> does, to share the runtime.` };
    }
  }
  if (all(root, 'FunctionFile').length === 0 && all(root, 'FunctionName').length > 0) {
    yield { line: root.line, sentence: 'There is a command but no <FunctionFile>.' };
  }
}
