import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';
import css from './dialog.module.css';
import { Icon } from './icon.tsx';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** For what is read: as wide as a page of text or a picture wants to be. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus in, and Escape closes it. */
export function Dialog({ title, closeLabel, onClose, wide = false, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      // A dialog that is taken away while it is open gives the focus back to nobody.
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className={css.dialog}
      data-wide={wide || undefined}
      aria-labelledby={heading}
      onCancel={onClose}
      onClose={onClose}
    >
      <div className={css.head}>
        <h2 id={heading}>{title}</h2>
        <Button look="icon" aria-label={closeLabel} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      <div className={css.body}>{children}</div>
    </dialog>
  );
}
