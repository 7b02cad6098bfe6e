import { Dropdown, makeStyles, Option } from '@fluentui/react-components';
import type { Choice } from '../view/reading-view';

const useStyles = makeStyles({
  // Its own smallest width is wider than half a pane.
  dropdown: { minWidth: 0, width: '100%' },
});

interface ChoiceFieldProps<T extends string> {
  readonly choices: readonly Choice<T>[];
  readonly value: T | undefined;
  readonly onChoose: (value: T) => void;
  readonly placeholder?: string;
  /** Where no label stands around it. */
  readonly label?: string;
}

/** One of a list. */
export function ChoiceField<T extends string>({ choices, value, onChoose, placeholder, label }: ChoiceFieldProps<T>) {
  const styles = useStyles();
  const text = choices.find((choice) => choice.value === value)?.text ?? value ?? '';
  return (
    <Dropdown
      className={styles.dropdown}
      size="small"
      value={text}
      selectedOptions={value === undefined ? [] : [value]}
      onOptionSelect={(_, { optionValue }) => {
        const chosen = choices.find((choice) => choice.value === optionValue);
        if (chosen) onChoose(chosen.value);
      }}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {choices.map((choice) => (
        <Option key={choice.value} value={choice.value} text={choice.text}>
          {choice.text}
        </Option>
      ))}
    </Dropdown>
  );
}
