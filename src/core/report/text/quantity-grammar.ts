import { EmbeddedActionsParser, type IToken, Lexer } from 'chevrotain';
import { Digits, DocumentNumber, FIGURELESS, Minus, RangeSign, Stars, TOKENS, Unit } from './tokens';

/** One figure as its tokens lie in the text. */
export interface Amount {
  readonly minus: boolean;
  readonly stars: IToken | undefined;
  readonly digits: IToken | undefined;
  readonly unit: IToken | undefined;
}

/** Figures in the order of the text; those of a range in one list. */
export interface Quantities {
  readonly ranges: readonly (readonly Amount[])[];
  readonly documents: readonly IToken[];
}

/**
 * text     := (quantity | word)*
 * quantity := amount (range-sign amount)*
 * amount   := minus? (stars digits? | digits) unit?
 */
class QuantityParser extends EmbeddedActionsParser {
  readonly text = this.RULE('text', (): Quantities => {
    const ranges: (readonly Amount[])[] = [];
    const documents: IToken[] = [];
    this.MANY(() => {
      this.OR([
        { ALT: () => ranges.push(this.SUBRULE(this.quantity)) },
        ...FIGURELESS.map((type, i) => ({
          ALT: () => {
            const token = this.consume(i + 1, type);
            if (token.tokenType === DocumentNumber) documents.push(token);
          },
        })),
        // A sign of a range without its second figure.
        { ALT: () => this.CONSUME2(RangeSign) },
      ]);
    });
    return { ranges, documents };
  });

  private readonly quantity = this.RULE('quantity', (): readonly Amount[] => {
    const amounts = [this.SUBRULE(this.amount)];
    this.MANY({
      GATE: () => [Digits, Stars, Minus].includes(this.LA(2).tokenType),
      DEF: () => {
        this.CONSUME(RangeSign);
        amounts.push(this.SUBRULE2(this.amount));
      },
    });
    return amounts;
  });

  private readonly amount = this.RULE('amount', (): Amount => {
    const minus = this.OPTION(() => this.CONSUME(Minus)) !== undefined;
    const { stars, digits } = this.OR([
      {
        ALT: () => ({ stars: this.CONSUME(Stars), digits: this.OPTION2(() => this.CONSUME(Digits)) }),
      },
      { ALT: () => ({ stars: undefined, digits: this.CONSUME2(Digits) }) },
    ]);
    const unit = this.OPTION3(() => this.CONSUME(Unit));
    return { minus, stars, digits, unit };
  });

  constructor() {
    super(TOKENS, { recoveryEnabled: false });
    this.performSelfAnalysis();
  }
}

/** Both are built once, with the module, which is loaded when the first report comes. */
const lexer = new Lexer(TOKENS, { positionTracking: 'onlyOffset' });
const parser = new QuantityParser();

/** Reads the figures of a plain text; a text without any gives none. */
export function readQuantities(plain: string): Quantities {
  parser.input = lexer.tokenize(plain).tokens;
  return parser.text();
}
