import type { ReactNode } from 'react';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Button as AriaButton, ToggleButton as AriaToggleButton } from 'react-aria-components';
import { Hint } from './Hint.tsx';
import './Button.css';

export interface ButtonLook {
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly small?: boolean;
  readonly icon?: ReactNode;
  /** the key that does the same, shown beside the words */
  readonly keys?: string | undefined;
}

type ButtonProps = ButtonLook &
  Omit<AriaButtonProps, 'className' | 'style' | 'children'> & { readonly children: ReactNode };

export function Button({ look = 'plain', small = false, icon, keys, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={buttonClass(look, small, false)}>
      {icon}
      <span>{children}</span>
      {keys && <kbd aria-hidden>{keys}</kbd>}
    </AriaButton>
  );
}

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon'> & {
  readonly label: string;
  readonly icon: ReactNode;
};

/** A button without words on it: its label is its accessible name and its hint. */
export function IconButton({ look = 'quiet', small = false, icon, label, keys, ...rest }: IconButtonProps) {
  return (
    <Hint text={keys ? `${label} (${keys})` : label}>
      <AriaButton {...rest} aria-label={label} className={buttonClass(look, small, true)}>
        {icon}
      </AriaButton>
    </Hint>
  );
}

interface ToggleProps extends ButtonLook {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** A button that stays pressed. Its words don't change: the pressed state says whether it is on. */
export function ToggleButton({
  look = 'plain',
  small = false,
  icon,
  keys,
  isOn,
  onChange,
  children,
  ...rest
}: ToggleProps) {
  return (
    <AriaToggleButton
      {...rest}
      isSelected={isOn}
      onChange={onChange}
      className={buttonClass(look, small, false)}
    >
      {icon}
      <span>{children}</span>
      {keys && <kbd aria-hidden>{keys}</kbd>}
    </AriaToggleButton>
  );
}

export function buttonClass(look: string, small: boolean, iconOnly: boolean): string {
  return ['rs-button', `rs-button-${look}`, small && 'rs-button-small', iconOnly && 'rs-button-icon']
    .filter(Boolean)
    .join(' ');
}
