import type { ComponentPropsWithRef } from 'react';
import css from './button.module.css';
import { classNames } from './class-names.ts';

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'icon';
}

export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={classNames(css.button, css[look], className)} />;
}
