import type { ComponentPropsWithRef } from 'react';

/** No element of HTML scrolls through a hundred thousand options and keeps the focus: the role says what this is. */
const LISTBOX = { role: 'listbox', tabIndex: 0 } as const;

export const Listbox = (props: ComponentPropsWithRef<'div'>) => <div {...LISTBOX} {...props} />;
