import { randomBytes } from 'node:crypto';

/** What SMART adds to a token response. */
export interface SmartContext {
  readonly patient?: string;
  readonly encounter?: string;
  readonly need_patient_banner?: boolean;
  readonly intent?: string;
  readonly smart_style_url?: string;
  readonly tenant?: string;
  readonly fhirContext?: readonly {
    readonly reference: string;
    readonly type?: string;
    readonly role?: string;
  }[];
}

const LAUNCH_LIFETIME_MS = 10 * 60_000;

/** What the EHR knew when it launched the app; the app only ever sees the opaque id. */
export class Launches {
  readonly #kept = new Map<string, { readonly context: SmartContext; readonly madeAt: number }>();

  remember(context: SmartContext): string {
    const id = randomBytes(18).toString('base64url');
    this.#kept.set(id, { context, madeAt: Date.now() });
    return id;
  }

  find(id: string): SmartContext | null {
    const kept = this.#kept.get(id);
    return kept && Date.now() - kept.madeAt < LAUNCH_LIFETIME_MS ? kept.context : null;
  }
}
