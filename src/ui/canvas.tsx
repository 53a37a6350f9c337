import { useLayoutEffect, useRef, type ComponentPropsWithoutRef } from 'react';
import { useMedia } from './use-media.ts';

export interface Painter {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  /** The value of a token (`--accent`) where the canvas stands. */
  readonly colour: (token: string) => string;
  /** The same colour in stripes: told from a full one by whoever sees no colours. */
  readonly striped: (token: string) => CanvasPattern | string;
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
        const found = style.getPropertyValue(token).trim();
        colours.set(token, found);
        return found;
      };
      drawing({
        context,
        width: cssWidth,
        height: cssHeight,
        colour,
        striped: (token) => stripes(context, colour(token), scale),
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

/** Made once for each drawing and colour: a gesture draws many times a second. */
const made = new WeakMap<CanvasRenderingContext2D, Map<string, CanvasPattern>>();

/** Two thirds colour, one third ground, sharp on every screen. */
function stripes(context: CanvasRenderingContext2D, colour: string, scale: number): CanvasPattern | string {
  const own = made.get(context) ?? new Map<string, CanvasPattern>();
  made.set(context, own);
  const known = own.get(`${colour} ${scale}`);
  if (known !== undefined) return known;
  const tile = document.createElement('canvas');
  const unit = Math.max(1, Math.round(scale));
  tile.width = 1;
  tile.height = 3 * unit;
  const ink = tile.getContext('2d');
  if (ink === null) return colour;
  ink.fillStyle = colour;
  ink.fillRect(0, 0, 1, 2 * unit);
  const pattern = context.createPattern(tile, 'repeat');
  if (pattern === null) return colour;
  pattern.setTransform(new DOMMatrix().scale(1 / scale));
  own.set(`${colour} ${scale}`, pattern);
  return pattern;
}
