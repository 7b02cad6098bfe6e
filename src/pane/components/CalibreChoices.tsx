import { Field } from '@fluentui/react-components';
import type { Calibres } from '../../core/fiscal/pack';
import { usePane } from '../pane-context';
import { packInForce, withCalibre } from '../view/standards-view';
import { ChoiceField } from './ChoiceField';

const CHOICES = {
  coverage: ['K1', 'K2', 'K3', 'K4', 'K5'],
  totalRevenue: ['withTransfers', 'withUpperShares'],
  livelihood: ['default14', 'core5'],
  directFunds: ['issued', 'arrived'],
  schedule: ['month', 'day'],
} as const;

type Key = keyof typeof CHOICES;

/** Which of several definitions is in use. */
export function CalibreChoices() {
  const { translate } = usePane();
  return (Object.keys(CHOICES) as Key[]).map((key) => (
    <Field key={key} label={translate.text(`standard.calibre.${key}`)} size="small">
      <Choice calibre={key} />
    </Field>
  ));
}

function Choice({ calibre }: { readonly calibre: Key }) {
  const { state, commands, translate } = usePane();
  const chosen = packInForce(state.standards).calibres[calibre];
  return (
    <ChoiceField
      label={translate.text(`standard.calibre.${calibre}`)}
      choices={CHOICES[calibre].map((value) => ({
        value: value as string,
        text: translate.text(`calibre.${calibre}.${value}` as 'calibre.coverage.K1'),
      }))}
      value={typeof chosen === 'string' ? chosen : undefined}
      onChoose={(value) =>
        void commands.changeStandards(withCalibre(state.standards, calibre, value as Calibres[typeof calibre]))
      }
    />
  );
}
