/**
 * Every number of the relation engine, with what it means. They were chosen by hand on the development set of
 * the benchmark and are checked on the validation set; `npm run bench:relations -- --ablate` prints what dev and
 * validation lose without each step, and without each group of these that stands for an idea.
 *
 * A bit is a halving of the odds that an agreement is chance: ten are a thousand to one.
 */

/** What a figure says and proves by itself. */
export const FIGURES = {
  /** Binary noise of adding and dividing doubles, relative to the figures. */
  noise: 1e-9,
  /** One sum that comes out proves no more, however long its figures are. */
  mostBits: 20,
  /** And one quotient. */
  mostQuotientBits: 16,
  /** Decimals that are looked at. */
  resolution: 8,
  /** What is no further decimal, relative to the last one looked at. */
  resolutionNoise: 1e-7,
  /** A common divisor of fewer units is chance. */
  round: 100,
  /** Figures remembered, to know copies by. */
  remembered: 4096,
} as const;

/** How a line that agrees, or does not, weighs. */
export const EVIDENCE = {
  /** Bits that a failing line takes away. */
  against: 3,
  /** And for a quotient, which has fewer ways to fail. */
  quotientAgainst: 8,
  /** What a failing line of rates or averages counts, since they do not add up. */
  rateLine: 0.4,
  /** What a line counts that repeats the figures of another. */
  copy: 0.2,
  /** What a line counts in the same proportions as one before. */
  scaledCopy: 0.1,
  /** So many places of rounding leave proportions the same. */
  sharePlaces: 4,
  /** Figures that leave fewer different proportions are too small to tell. */
  fewestShares: 50,
  /** To this fraction proportions are the same. */
  shares: 10_000,
  /** Bits where a single part is the whole. */
  single: 1,
  /** And where it repeats. */
  singleCopy: 0.1,
  /** More for each line in which another part than usual stands alone: the target is no copy of one part. */
  mixedSingle: 1,
  /** A sum misses nearly by less than this share of its largest figure. */
  near: 0.01,
  /** Bits of a near miss at most. */
  nearMost: 8,
  /** Bits that a near miss lends less than its share says. */
  nearLess: 4,
  /** A quotient that says less in a line says nothing there. */
  tellingBits: 0.5,
} as const;

/** How often strange parts would have fitted as well. */
export const CHANCE = {
  /** Lines below which it is not asked. */
  fewest: 6,
  /** Lines that are asked about. */
  most: 128,
  /** From so many lines on neighbours are compared, too: a long series may drift. */
  drifting: 48,
  /** Strangers are taken so many sevenths of the lines away. */
  sevenths: [1, 2, 5],
  /** So often they may fit before an agreement counts less. */
  seldom: 0.2,
  /** Lists up to this size pay nothing for a single agreement; each doubling costs `perDoubling` bits. */
  freeSize: 64,
  /** See there. */
  perDoubling: 2,
} as const;

/** Bits that labels lend or take. */
export const LABELS = {
  /** 合计 over a sum. */
  total: 8,
  /** A total that is 100 (or 1) in most lines: of shares. */
  hundred: 8,
  /** 余额 or 增减 among two parts. */
  difference: 4,
  /** A rate or an average as a total. */
  notSum: -8,
  /** Rates as parts of what is no rate. */
  rateParts: -10,
  /** A total among the parts of a run that passes over none. */
  totalInside: -6,
  /** 平均 over an average. */
  average: 20,
  /** An average that no label names: the number of members is free. */
  unnamedAverage: -80,
  /** Lines in which such a one must hold. */
  averageLines: 4,
  /** And where it fails somewhere, or holds in fewer lines. */
  doubtfulAverage: -105,
  /** A total that only the indent names. */
  indented: 4,
  /** So many bits make a sum that is broken in its few lines firm. */
  firm: 4,
  /** 率 over a quotient. */
  ratio: 8,
  /** 增长 over a relative change; and against a division. */
  change: 12,
  /** Against a = b × rate, since the rate is what was computed. */
  inverted: 12,
} as const;

/** Sums that the form states. */
export const STATED = {
  /** What misses may be so large a part of what comes out. */
  missing: 1,
  /** Bits of a line in which it comes out. */
  bits: 20,
} as const;

/** A = B + C − D, wherever the four columns stand. */
export const SIGNED = {
  /** Of wider tables the search would find chance. */
  mostColumns: 24,
  /** Lines that say something, in all and for each of the four. */
  fewest: 5,
  fewestEach: 2,
  /** Lines tried first. */
  probe: 8,
  /** Of these, and of all, so many must come out. */
  holding: 0.85,
  /** And of many lines. */
  mostMissing: 2,
  nearlyAll: 0.95,
  /** Of those that come out so many must do so without the play that rounding gives four figures. */
  exact: 0.75,
  /** To this fraction proportions are the same. */
  shares: 1_000,
  /** Bits that it needs, beyond those of the search. */
  enough: 30,
} as const;

/** Scores from which a candidate is believed. */
export const ENOUGH = {
  /** Beside its target. */
  sum: 12,
  /** Found by looking everywhere. */
  farSum: 24,
  /** How many times a far-fetched sum pays for its search. */
  farCost: 2,
  /** Share of the lines that must hold. */
  holding: 0.3,
  /** What a near miss of a labelled total counts as held. */
  nearCounts: 0.7,
  /** Near misses that may stand for a line that holds. */
  nearLines: 2,
  /** In fewer lines a sum also pays for the length of the list. */
  fewLines: 3,
  /** Bits of a labelled sum that holds in a single line. */
  onceLabelled: 6,
  /** Bits of another one, of three parts and more. */
  once: 12,
  /** Bits of a sum that a slip may prove, without a label. */
  tentative: 16,
  /** Parts of such sums. */
  fewestParts: 3,
  /** Lines that such a sum may miss. */
  mostMisses: 2,
  /** A second way to make up a total, while totals are still being found. */
  second: 120,
  /** And when all are known. */
  lastSecond: 60,
  /** And of a whole section. */
  sectionSecond: 24,
  /** Lines in which a second way holds. */
  secondHolding: 3,
  /** A share or rate. */
  division: 30,
  /** A growth rate. */
  relativeChange: 25,
  /** Below it not even repetition helps a quotient. */
  leastQuotient: 8,
  /** Share of the lines that must hold. */
  quotientHolding: 0.7,
  /** Lines in which it must hold. */
  quotientLines: 3,
} as const;

/** The order in which candidates are taken. */
export const RANK = {
  /** Power of the share of lines that agree. */
  agreement: 8,
  /** What divides the score of a sum that does not stand beside its target. */
  apart: 1,
  /** How much each part makes a sum less likely to be meant. */
  perPart: 0.05,
} as const;

/** The layouts of accepted patterns, elsewhere. */
export const SHAPES = {
  /** Bits for each accepted sum of the layout. */
  each: 6,
  /** And at most. */
  most: 12,
  /** Bits for each further quotient of the layout. */
  quotientEach: 8,
  /** And at most. */
  quotientMost: 16,
  /** Parts of a layout. */
  longest: 40,
  /** Layouts × lines that are tried. */
  trials: 200_000,
  /** Layouts that are tried at least. */
  fewest: 4,
  /** On long columns a layout must hold in one of so many telling lines. */
  proved: 3,
} as const;

/** Up to how many lines a view is searched in a way; the search would cost more than it finds beyond. */
export const SIZES = {
  /** Averages of two members anywhere. */
  averagePairs: 60,
  /** Quotients of all numbers of a line; beyond, within a window. */
  sortedQuotients: 64,
  /** Pairs and strides in all telling lines; beyond, within a window. */
  everyPair: 120,
  /** Blocks, alternating pairs and unnamed averages anywhere. */
  blocks: 150,
  /** Names and quotients; more crossing lines are probed before they are weighed. */
  names: 400,
  /** Pairs anywhere, and strides. */
  pairs: 1000,
  /** Runs from all telling lines, averages of all lines, algebra, whole sections, proof by a slip. */
  runs: 1500,
  /** Gaps. */
  gaps: 2000,
  /** Layouts at every line without a look first. */
  shapes: 2000,
  /** Filled rows × columns: the dense form of a nearly empty sheet would waste memory. */
  cells: 24_000_000,
} as const;

/** In how many of the most telling lines candidates are looked for. */
export const TELLING = {
  /** Lines of a long sheet among which the most telling ones are looked for. */
  among: 400,
  /** Different figures counted for that. */
  distinct: 5000,
  /** Runs. */
  runs: 60,
  /** Runs on long columns, which repeat their patterns. */
  longRuns: 8,
  /** There only lines without negatives, if there are so many. */
  growing: 3,
  /** Gaps. */
  gaps: 12,
  /** Pairs, strides and blocks. */
  pairs: 6,
  /** Pairs on long columns. */
  longPairs: 4,
  /** Strides on longer ones. */
  longStrides: 3,
  /** Averages. */
  averages: 5,
  /** Alternating pairs. */
  alternating: 80,
  /** Quotients are confirmed there, */
  quotients: 8,
  /** and searched there. */
  searchedQuotients: 3,
  /** Lines of a long sheet in which a candidate is tried first. */
  probe: 48,
  /** Share of these that must hold. */
  probeHolding: 0.25,
  /** Lines that tell whether two lines are alike. */
  alike: 500,
} as const;

/** Runs beside their target. */
export const RUNS = {
  /** Lines that a run is followed; farther only while a line without negatives has not reached its target. */
  reach: 400,
  /** On long columns. */
  longReach: 60,
  /** Steps beyond, for each line of the view. */
  spare: 20,
  /** Runs from one target that come out. */
  most: 6,
  /** What each run that came out before costs the next, in log₂. */
  perRun: 0.5,
  /** Bits that a run costs, */
  beside: 1,
  /** a run past parts, */
  past: 2,
  /** a run of subtotals alone, */
  totals: 3,
  /** one that passes no subtotal, */
  allTotals: 4,
  /** an average of all lines beside, */
  average: 2,
  /** one past results. */
  leafAverage: 3,
  /** Levels of subtotals. */
  levels: 4,
} as const;

/** Runs with one line left out. */
export const GAPS = {
  /** Lines of a run. */
  longest: 60,
  /** Numbers from which a run may have a gap. */
  fewest: 3,
  /** Parts left. */
  fewestParts: 2,
  /** Lines that must show it without a label. */
  unnamedLines: 2,
  /** Bits that it costs, */
  cost: 2,
  /** and for each doubling of its parts: any could be left out. */
  perPart: 2,
} as const;

/** Sums whose parts stand anywhere. */
export const FAR = {
  /** Numbers of a long line that a pair may span. */
  window: 40,
  /** Lines that a pair of a very long column may span. */
  nearWindow: 6,
  /** Crossing lines of a long column: fewer cannot outweigh how many pairs it offers. */
  fewestLines: 4,
  /** Share of the telling lines that must show a pair or stride. */
  share: 0.4,
  /** And a block. */
  blockShare: 0.5,
  /** Lines at least. */
  fewest: 2,
  /** Bits that a block costs, and its distance. */
  block: 6,
} as const;

/** Every n-th line. */
export const STRIDES = {
  /** n at most. */
  longest: 24,
  /** Lines looked at. */
  steps: 60,
  /** How much farther than n the first may stand from the target. */
  beyond: 2,
  /** Numbers of a stride. */
  fewest: 3,
  /** Of these not zero. */
  nonZero: 2,
  /** Bits it costs where the target stands in the rhythm, */
  regular: 2,
  /** and where not. */
  irregular: 4,
} as const;

/** Two columns of which mostly one is filled. */
export const ALTERNATING = {
  /** Parts that are paired. */
  parts: 10,
  /** Lines in which a part must be the whole. */
  equal: 2,
  /** Crossing lines. */
  fewestLines: 4,
} as const;

/** Lines that share a word. */
export const NAMESAKES = {
  /** Lines that share it. */
  fewest: 3,
  /** Parts. */
  most: 80,
} as const;

/** Averages of a block anywhere. */
export const AVERAGES = {
  /** Crossing lines without a label. */
  unnamedLines: 15,
  /** Lines to each side. */
  reach: 600,
  /** Share of the lines that must show it, */
  share: 0.5,
  /** or so many. */
  lines: 3,
  /** Bits that a block costs, */
  block: 4,
  /** and two members anywhere. */
  pair: 8,
} as const;

/** Totals of whole sections. */
export const SECTIONS = {
  /** Lines of a section. */
  longest: 200,
  /** Totals that must come out before an empty one is believed. */
  proved: 2,
  /** Lines in which an empty one must hold. */
  trivial: 2,
  /** Lines in which a section is tried as the whole of a total elsewhere, */
  telling: 12,
  /** and the share in which it must be. */
  comesOut: 0.7,
} as const;

/** Totals that the indent names, though they come out only nearly: misprints and rounding of the source. */
export const NEAR_TOTALS = {
  /** Relative miss. */
  miss: 0.006,
  /** The miss beside the parts without their largest: a copy with small change would pass. */
  besideParts: 0.1,
  /** Lines looked at. */
  reach: 400,
  /** Parts, and lines compared. */
  fewest: 2,
  /** Share of the lines that must come near. */
  share: 0.6,
} as const;

/** Totals that the structure of the sheet names. */
export const TRUSTED = {
  /** A figure in another unit has so many digits, */
  scaleDigits: 3,
  /** makes so large a part of its total when it is put right, */
  scaleShare: 0.01,
  /** and lost so much of itself to the rounding of the larger unit. */
  scaleSlack: 1e-3,
  /** Parts among which a slip is no chance. */
  slipAmong: 30,
  /** Different ones that must come out, */
  targets: 2,
  /** in so many cells, */
  holding: 3,
  /** and so large a share of them all. */
  share: 0.7,
  /** So far from its parts a labelled total may be and still be meant, where no slip explains it. */
  near: 0.1,
} as const;

/** Sums of few columns that a typing slip proves. */
export const PROVED = {
  /** Lines of a list. */
  longest: 400,
  /** Columns that may miss. */
  mostMisses: 2,
  /** Columns that may hold besides. */
  mostHolding: 1,
  /** What such a sum scores. */
  score: 12,
  /** Share of the miss that rounding may explain. */
  rounding: 0.5,
} as const;

/** Shares, rates and growth rates. */
export const QUOTIENTS = {
  /** By so little a product misses whose second factor is an average, rounded. */
  averaged: 0.001,
  /** Numbers of a long line around the target. */
  window: 32,
  /** Numerators that may fit one target and denominator. */
  fits: 12,
  /** Share of the confirming lines that must hold. */
  confirmed: 0.5,
  /** Bits for each doubling of the distance. */
  distance: 2,
  /** Bits against each line that holds only because numerator and denominator are rounded. */
  apart: 1,
  /** Bits for a result that stands behind what it is of. */
  behind: 8,
  /** Bits against rates per 1,000 and more. */
  rare: 6,
  /** Up to it a rate need not be called one. */
  usualScale: 100,
  /** Crossing lines from which a view may be cut into tables. */
  cuttable: 8,
  /** Bits that a cut must save. */
  cut: 16,
} as const;

/** What one slip of the fingers is worth as a proof, 0–1: how rarely chance offers it. */
export const SLIPS = {
  transposed: 1,
  sign: 1,
  scale: 1,
  droppedDigit: 0.8,
  extraDigit: 0.8,
  wrongDigit: 0.6,
  /** The figure of another period: below a slip that is as rare, since slips are made more often. */
  stale: 0.95,
  /** A part counted twice or left out. */
  part: 0.9,
  /** The same with few digits. */
  unsure: 0.65,
  /** Slips that each digit offers: exchanged with the next, wrong, one too many, one lost beside it. */
  variants: 4,
  /** No one types more. */
  decimals: 5,
  /** Units of the last place around a value that rounding leaves open. */
  units: 3,
} as const;

/** Lines that miss and are listed all the same. */
export const LISTED = {
  /** As many times the rounding, */
  tolerances: 4,
  /** or this share where a label names the total. */
  near: 0.01,
} as const;

/** When a line that misses is broken. */
export const BROKEN = {
  /** As many times the rounding it must miss. */
  tolerances: 2,
  /** Lines of a pattern that miss, beside those that hold. */
  share: 0.5,
  /** Lines of rates in which a pattern holds, before one in which it fails is held to be broken. */
  rateLines: 3,
  /** Lines that make a pattern with one failure firm. */
  firmTelling: 3,
  /** Fewer lines make a sum firm only beside its labelled target. */
  fewest: 2,
  /** Failures of a firm pattern beside the lines that hold, */
  firmShare: 0.12,
  /** and at most. */
  firmMost: 2,
  /** The same where the tables of the sheet were read. */
  firmShareRead: 0.2,
  /** But not in series longer than this. */
  longSeries: 60,
  /** How many times the other patterns of the line must hold rather than fail. */
  besideFailing: 2,
} as const;

/** Which cell explains what is broken. */
export const BLAME = {
  /** Lines that hold, for each that misses, before a miss may be as large as it likes. */
  overwhelming: 4,
  /** For each broken relation. */
  firm: 2,
  /** What counts one of a pattern with other failures. */
  faint: 0.3,
  /** For each relation that agrees on the repair. */
  agreeing: 4,
  /** For a slip, times its strength. */
  slip: 4.5,
  /** For a blank where a figure is usual. */
  omitted: 3,
  /** And where none is. */
  blank: -4,
  /** For each relation of the cell that holds. */
  intact: -1.2,
  /** For a total of many parts: it is one, and they are many. */
  total: 0.3,
  /** So many. */
  totalParts: 3,
  /** Causes at most. */
  culprits: 200,
  /** Cells named for one cause. */
  listed: 4,
  /** In fewer lines a quotient that no label names may be none. */
  quotientLines: 5,
  /** A slip that chance offers no more often is a proof. */
  seldom: 0.25,
  /** Lines of a pattern that is not firm, broken by a slip */
  telling: 3,
  /** of this strength. */
  strength: 0.7,
  /** A larger miss is another kind of figure. */
  relative: 0.5,
  /** An omitted figure is no smaller than this part of its neighbours. */
  dust: 1000,
  /** Share of the lines in which a figure is usual. */
  usual: 0.6,
  /** So many parts show whether blanks are. */
  sparseParts: 8,
} as const;

/** Two figures in each other's place. */
export const EXCHANGED = {
  /** Lines in which the pattern must hold. */
  fewest: 3,
  /** Where more miss, the pattern is in doubt. */
  most: 8,
  /** Digits below which figures agree by chance. */
  digits: 3,
} as const;

/** What explains a wrong figure without a slip. */
export const EXPLAIN = {
  /** A difference of two figures has no part to count twice. */
  parts: 3,
  /** Digits below which figures agree by chance. */
  digits: 3,
  /** Digits that make it sure. */
  sureDigits: 4,
  /** How many times the rounding a part must be. */
  roundings: 100,
  /** Columns that agree by themselves in more rows, times the suspects, prove nothing. */
  byChance: 0.05,
  /** Lines that tell usual shares, */
  shareLines: 3,
  /** and at most: the nearest. */
  mostShareLines: 24,
} as const;

/** Rows that a total does not contain. */
export const LEFT_OUT = {
  /** A total that passes over more rows is one of subtotals. */
  strangers: 40,
  /** Lines that hold under a label, */
  labelled: 1,
  /** and without one. */
  telling: 2,
  /** Lines that prove a pasted row without a label. */
  twinTelling: 3,
  /** Failures of the pattern beside the lines that hold. */
  misses: 0.25,
  /** Share of the lines in which such a row is filled. */
  filled: 0.5,
  /** Bits of figures that a pasted row repeats, */
  twinBits: 12,
  /** within so many rows. */
  twinReach: 60,
} as const;

/** The order of findings, and how sure they are. */
export const FINDINGS = {
  /** Rank of a text number, */
  textNumber: 90,
  /** of a row left out, */
  leftOut: 50,
  /** of figures in each other's place, */
  exchanged: 40,
  /** and of broken relations. */
  broken: 30,
  /** What the score of the pattern adds, */
  perScore: 0.01,
  /** and for broken ones */
  brokenPerScore: 0.02,
  /** at most. */
  brokenMost: 10,
  /** Confidence of a text number, */
  sureText: 0.9,
  /** of a row pasted, */
  surePasted: 0.75,
  /** of a row left out, */
  sureLeftOut: 0.6,
  /** of two figures in each other's place, */
  sureExchange: 0.85,
  /** of broken relations at least, */
  least: 0.3,
  /** before the suspect is weighed, */
  base: 0.5,
  /** for each point of its score, */
  perSuspicion: 0.05,
  /** and at most. */
  most: 0.95,
} as const;

/** How numbers and headings are told from each other. */
export const READING = {
  /** Figures of a line from which one that is given to more places than all others is left out of account. */
  fewPlaces: 6,
  /** Text numbers from which they may be the rule, */
  textNumbers: 6,
  /** and how many times the numbers they must be. */
  textTimes: 3,
  /** Characters of a text number. */
  longestNumber: 40,
  /** Years are whole numbers from here */
  firstYear: 1900,
  /** to here. */
  lastYear: 2100,
  /** A lone year is a heading in the first rows. */
  loneYearRows: 12,
  /** Numbers of a row of years; more for serial numbers. */
  headingRow: 2,
  /** Numbers of a column of years or serial numbers. */
  headingColumn: 3,
  /** Characters of a label. */
  longestLabel: 120,
  /** A header seldom has more rows. */
  headerRows: 5,
  /** The first row of a table is filled by this share of what is usual. */
  usualFill: 0.5,
  /** Spaces that a column stands in. */
  indentColumn: 4,
  /** Spaces of a level of indent. */
  indentLevel: 2,
  /** 100 within this is a whole; share of the lines that make a total of shares. */
  whole: 0.5,
  /** Figures from which an office is seen to round to 5 or 10, */
  roundedFilled: 8,
  /** more whole ones than this among them. */
  roundedIntegers: 5,
  /** Labels remembered, so that a long-running pane cannot grow without end. */
  cachedLabels: 20_000,
} as const;
