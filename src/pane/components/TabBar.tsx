import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { usePane } from '../pane-context';
import { TABS, type TabId } from '../tabs';

const useStyles = makeStyles({
  // In a pane of 270 px the English names take a second line rather than going out of sight.
  bar: { flexShrink: 0, flexWrap: 'wrap', padding: '0 4px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: { minWidth: 'auto', paddingLeft: '5px', paddingRight: '5px' },
});

/** The pages by name; Excel keeps the top right corner for itself, so they stand at the left. */
export function TabBar() {
  const { state, dispatch, translate } = usePane();
  const styles = useStyles();
  return (
    <TabList
      className={styles.bar}
      size="small"
      selectedValue={state.tab}
      onTabSelect={(_, { value }) => {
        const chosen = TABS.find(({ id }) => id === value);
        if (chosen) dispatch({ type: 'choseTab', tab: chosen.id });
      }}
    >
      {TABS.map(({ id, name }) => (
        <Tab key={id} value={id} id={tabId(id)} aria-controls={panelId(id)} className={styles.tab}>
          {translate.text(name)}
        </Tab>
      ))}
    </TabList>
  );
}

const tabId = (tab: TabId) => `tab-${tab}`;
const panelId = (tab: TabId) => `page-${tab}`;

/** What makes an element the page of a tab. */
export function tabPanel(tab: TabId) {
  return { role: 'tabpanel', id: panelId(tab), 'aria-labelledby': tabId(tab) } as const;
}
