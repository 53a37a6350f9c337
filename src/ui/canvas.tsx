import { useLayoutEffect, useRef, type ComponentPropsWithoutRef } from 'react';
import { useMedia } from './use-media.ts';

export interface Painter {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  /** The value of a token (`--accent`) where the canvas stands. */
  readonly colour: (token: string) => string;
  readonly font: (pixels: number, weight?: number) => string;
}

interface CanvasProps extends ComponentPropsWithoutRef<'canvas'> {
  readonly drawing: (painter: Painter) => void;
  /** What it shows, said; its table says it in full. */
  readonly label: string;
  readonly cssWidth: number;
  readonly cssHeight: number;
}

/** To a screen reader a drawing is one picture. */
const PICTURE = { role: 'img' } as const;

/** A canvas as sharp as the screen, drawn again once a frame at most, and in the colours of the theme. */
export function Canvas({ drawing, label, cssWidth, cssHeight, ...rest }: CanvasProps) {
  const element = useRef<HTMLCanvasElement>(null);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const forced = useMedia('(forced-colors: active)');
  useLayoutEffect(() => {
    const canvas = element.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return undefined;
    const frame = requestAnimationFrame(() => {
      const scale = devicePixelRatio || 1;
      const [width, height] = [Math.round(cssWidth * scale), Math.round(cssHeight * scale)];
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      const style = getComputedStyle(canvas);
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.clearRect(0, 0, cssWidth, cssHeight);
      // Time runs to the right in every script.
      context.direction = 'ltr';
      context.textAlign = 'left';
      const family = style.fontFamily;
      const colours = new Map<string, string>();
      // A mark asks for its colour; the style sheet is asked once a drawing.
      const colour = (token: string): string => {
        const known = colours.get(token);
        if (known !== undefined) return known;
        const found = forced ? forcedColour(token) : style.getPropertyValue(token).trim();
        colours.set(token, found);
        return found;
      };
      drawing({
        context,
        width: cssWidth,
        height: cssHeight,
        colour,
        font: (pixels, weight = 400) => `${weight} ${pixels}px ${family}`,
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [drawing, cssWidth, cssHeight, dark, forced]);
  return (
    <canvas
      ref={element}
      {...PICTURE}
      {...rest}
      aria-label={label}
      style={{ width: cssWidth, height: cssHeight }}
    />
  );
}

/** In forced colours the system's own palette stands in for ours. */
function forcedColour(token: string): string {
  if (token.endsWith('-weak') || ['--surface', '--ground', '--sunken'].includes(token)) return 'Canvas';
  if (['--shade', '--mark-ghost', '--mark-outside', '--line'].includes(token)) return 'GrayText';
  if (token === '--accent') return 'Highlight';
  return 'CanvasText';
}
