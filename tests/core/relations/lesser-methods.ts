import { METHOD, type Method } from '../../../src/core/relations/find-arithmetic';

/** The method without one step. When the candidates are chosen stays as it is. */
export function withoutStep(name: string): Method {
  return {
    ...METHOD,
    steps: METHOD.steps.map((step) =>
      step.name === name ? { ...step, run: () => undefined, rounds: Math.min(1, step.rounds) } : step,
    ),
  };
}

export function withoutDiagnosis(name: string): Method {
  return { ...METHOD, diagnoses: METHOD.diagnoses.filter((d) => d.name !== name) };
}

export function withoutExplanation(name: string): Method {
  return { ...METHOD, explanations: METHOD.explanations.filter((e) => e.name !== name) };
}
