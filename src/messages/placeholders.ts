import type { MessageId } from './message-id';
import type { zhCN } from './zh-CN';

/*
 * Reads ICU messages as types. Text and the options of a select or plural take turns: a brace that
 * opens in a text begins an argument, one that opens among options begins the text of one of them.
 */
type InText<Message extends string, Names = never> = Message extends `${infer Before}{${infer Argument}`
  ? Before extends `${string}}${string}`
    ? Message extends `${string}}${infer Rest}`
      ? AmongOptions<Rest, Names>
      : never
    : InArgument<Argument, Names>
  : Message extends `${string}}${infer Rest}`
    ? AmongOptions<Rest, Names>
    : Names;

type InArgument<Message extends string, Names> = Message extends `${infer Argument}}${infer Rest}`
  ? Argument extends `${infer Name},${string}`
    ? Message extends `${string},${infer Options}`
      ? AmongOptions<Options, Names | Name>
      : never
    : InText<Rest, Names | Argument>
  : never;

type AmongOptions<Message extends string, Names> = Message extends `${infer Before}}${infer Rest}`
  ? Before extends `${string}{${string}`
    ? Message extends `${string}{${infer Text}`
      ? InText<Text, Names>
      : never
    : InText<Rest, Names>
  : Names;

/** Names of the placeholders of a message, those inside a select too; of several messages those of all. */
export type PlaceholderOf<Id extends MessageId> = Id extends MessageId ? InText<(typeof zhCN)[Id]> : never;

export type Placeholders = Readonly<Record<string, string | number>>;

/**
 * What is said with a message: each of its placeholders and no other. Of an id that is known only when
 * the program runs nothing can be said before.
 */
export type ValuesOf<Id extends MessageId> = [MessageId] extends [Id]
  ? [values?: Placeholders]
  : [PlaceholderOf<Id>] extends [never]
    ? []
    : [values: Readonly<Record<PlaceholderOf<Id> & string, string | number>>];
