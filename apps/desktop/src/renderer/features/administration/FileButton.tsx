import { Button } from '@ringside/ui/Button';
import type { ReactNode } from 'react';
import { useRef } from 'react';

interface FileButtonProps {
  readonly label: string;
  readonly accept: string;
  readonly icon: ReactNode;
  readonly onFile: (file: File) => void;
}

/** Chooses a file; the same one can be chosen again after it was mended. */
export function FileButton({ label, accept, icon, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button small icon={icon} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
