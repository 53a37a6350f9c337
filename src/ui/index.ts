import './tokens.css';
import './base.css';

export { Button } from './button.tsx';
export { Canvas, type Painter } from './canvas.tsx';
export { classNames } from './class-names.ts';
export { chooseDensity, useDensity, type Density } from './density.ts';
export { Dialog } from './dialog.tsx';
export { isFocusLost, useCatchFocus, useCovering, useFocusNet } from './focus.ts';
export { Icon, type IconName } from './icon.tsx';
export { keep, kept } from './kept.ts';
export { Listbox } from './listbox.tsx';
export { Mark, type MarkShape } from './mark.tsx';
export { saveFile } from './save-file.ts';
export { useKeys, usePrintKey } from './use-keys.ts';
export { useMedia } from './use-media.ts';
export { useOnline } from './use-online.ts';
export { useVisibleRows, useWidth } from './use-element.ts';
