/** Placeholders that must not compile, and some that must; see names.test-d.ts. */
import type { MessageId } from '../../src/messages/message-id';
import type { PlaceholderOf } from '../../src/messages/placeholders';
import type { Translator } from '../../src/messages/translator';

declare const translate: Translator;
declare const anyId: MessageId;
declare const level: 'error' | 'warning';

/** Fails to compile where the two are not the same. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const names: readonly true[] = [
  true satisfies Same<PlaceholderOf<'app.name'>, never>,
  true satisfies Same<
    PlaceholderOf<'I401.low'>,
    'place' | 'year' | 'month' | 'value' | 'bound' | 'balance' | 'monthly' | 'low' | 'short' | 'days'
  >,
  // Words of options are no placeholders, placeholders inside options are.
  true satisfies Same<
    PlaceholderOf<'A101.broken'>,
    'row' | 'column' | 'actual' | 'expected' | 'difference' | 'because'
  >,
  true satisfies Same<PlaceholderOf<'cli.summary'>, 'errors' | 'warnings' | 'hints'>,
  true satisfies Same<PlaceholderOf<'T314.former'>, 'name' | 'since' | 'now'>,
  true satisfies Same<PlaceholderOf<'cause.scale'>, 'culprit' | 'up' | 'factor' | 'was' | 'shouldBe'>,
  true satisfies Same<
    PlaceholderOf<'I402.beyond'>,
    'name' | 'value' | 'unit' | 'target' | 'bound' | 'low' | 'high' | 'held' | 'due' | 'points' | 'source'
  >,
];

translate.text('app.name');
translate.text(`level.${level}`);
translate.text('summary.asOf', { date: '2023-05-31' });
translate.text(anyId, { whatever: 1 });
// @ts-expect-error the date is missing
translate.text('summary.asOf');
// @ts-expect-error the placeholder is called date
translate.text('summary.asOf', { day: '2023-05-31' });
// @ts-expect-error nothing else is said with it
translate.text('summary.asOf', { date: '2023-05-31', unit: '万元' });
// @ts-expect-error nothing at all is said with it
translate.text('app.name', { unit: '万元' });
// @ts-expect-error two of three are missing
translate.text('indicator.counts', { defined: 148 });
// @ts-expect-error there is no such message
translate.text('app.nome');
