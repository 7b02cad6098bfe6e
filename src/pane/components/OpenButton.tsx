import { Button, type ButtonProps } from '@fluentui/react-components';
import { useRef } from 'react';
import { usePane } from '../pane-context';

/** Opens the system's file dialog; the kind of a file is told by its bytes, the endings only help to find it. */
const ENDINGS = '.xlsx,.xlsm,.xltx,.xltm,.xlsb,.xls,.et,.ods,.csv,.tsv,.txt,.jsonl';

export function OpenButton({
  label,
  ...rest
}: { readonly label: string } & Pick<ButtonProps, 'appearance' | 'size' | 'icon' | 'className'>) {
  const { commands } = usePane();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ENDINGS}
        aria-label={label}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again after it was corrected.
          if (file) void commands.openFile(file).finally(() => (currentTarget.value = ''));
        }}
      />
    </>
  );
}
