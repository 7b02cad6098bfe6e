import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  veil: {
    position: 'absolute',
    inset: '8px',
    zIndex: 5,
    display: 'grid',
    placeItems: 'center',
    pointerEvents: 'none',
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    opacity: 0.94,
    fontSize: tokens.fontSizeBase500,
  },
});

export function DropVeil() {
  const { translate } = usePane();
  return <div className={useStyles().veil}>{translate.text('pane.dropNow')}</div>;
}
