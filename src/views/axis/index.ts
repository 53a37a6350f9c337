export { ticks } from './ticks.ts';
export { useGestures, wheelAct } from './use-gestures.ts';
export { fitted, padded, panned, scaleOf, zoomed, type Scale, type Span } from './window.ts';
export { drawMark, gravest, type MarkKind } from './shapes.ts';
export { Tip } from './tip.tsx';
