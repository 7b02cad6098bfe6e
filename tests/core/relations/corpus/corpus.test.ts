import { findArithmetic, METHOD, type Method } from '../../../../src/core/relations/find-arithmetic';
import { sheetOf } from '../hierarchy';
import { withoutDiagnosis, withoutExplanation, withoutStep } from '../lesser-methods';
import { type CorpusTable, readCorpus, writtenFinding, writtenRelation } from './read-corpus';

const corpus = readCorpus();

interface Found {
  readonly relations: readonly string[];
  readonly findings: readonly string[];
}

function find({ rows, hints }: CorpusTable, method: Method = METHOD): Found {
  const { relations, suspicions } = findArithmetic(sheetOf(rows), hints, method);
  return { relations: relations.map(writtenRelation).sort(), findings: suspicions.map(writtenFinding).sort() };
}

const expected = ({ relations, findings }: CorpusTable): Found => ({ relations, findings });

describe('every table of the corpus', () => {
  it.each(corpus.map((table) => [table.name, table] as const))('%s', (_, table) => {
    expect(find(table)).toEqual(expected(table));
  });
});

describe('over the corpus', () => {
  it('exact F1 of the relations stays above its floor', () => {
    let both = 0;
    let found = 0;
    let annotated = 0;
    for (const table of corpus) {
      const truth = new Set([...table.relations, ...table.missing]);
      const { relations } = find(table);
      both += relations.filter((relation) => truth.has(relation)).length;
      found += relations.length;
      annotated += truth.size;
    }
    expect((2 * both) / (found + annotated)).toBeGreaterThanOrEqual(0.98);
  });
});

describe('the corpus notices when the engine is without', () => {
  const lesser: (readonly [string, Method])[] = [
    ...METHOD.steps.map(({ name }) => [`step: ${name}`, withoutStep(name)] as const),
    ...METHOD.diagnoses.map(({ name }) => [`diagnosis: ${name}`, withoutDiagnosis(name)] as const),
    ...METHOD.explanations.map(({ name }) => [`explanation: ${name}`, withoutExplanation(name)] as const),
  ];
  it.each(lesser)('%s', (_, method) => {
    const isNoticed = (table: CorpusTable) => JSON.stringify(find(table, method)) !== JSON.stringify(expected(table));
    expect(corpus.some(isNoticed)).toBe(true);
  });
});
