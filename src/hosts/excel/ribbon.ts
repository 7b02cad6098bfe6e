/** The commands of the manifest, by the names that it gives them. */
export const RIBBON_COMMANDS = ['quickCheck', 'checkSelection'] as const;

export type RibbonCommand = (typeof RIBBON_COMMANDS)[number];

export interface Ribbon {
  /** From now on the commands do this; one that was pressed before is done at once. */
  answer(commands: Readonly<Record<RibbonCommand, () => Promise<void>>>): void;
}

/**
 * Binds the commands of the ribbon and of the context menu. Call it before anything is waited for: the first click
 * starts this page, and Excel looks for the command as soon as the script has run. Until somebody answers, the last
 * command waits.
 */
export function bindRibbon(): Ribbon {
  let commands: Readonly<Record<RibbonCommand, () => Promise<void>>> | undefined;
  let waiting: RibbonCommand | undefined;
  const act = (name: RibbonCommand): void => {
    if (commands) void commands[name]();
    else waiting = name;
  };
  const actions = typeof Office === 'undefined' ? undefined : Office.actions;
  for (const name of RIBBON_COMMANDS)
    actions?.associate(name, (event: Office.AddinCommands.Event) => {
      // The ribbon must not wait for the check, however that ends; what goes wrong is said in the pane.
      event.completed();
      void showPane();
      act(name);
    });
  return {
    answer: (given) => {
      commands = given;
      if (waiting) act(waiting);
      waiting = undefined;
    },
  };
}

/** The pane of the shared runtime; that it cannot be shown does not keep the command from its work. */
async function showPane(): Promise<void> {
  try {
    await Office.addin?.showAsTaskpane();
  } catch {
    // The user may open it by hand.
  }
}
