import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** Keeps an authorization server's sessions, grants, codes and tokens, for as long as the sandbox runs. */
export function memoryAdapter(): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  const alive = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key);
    if (!found) return undefined;
    if (found.expiresAt > Date.now()) return found.payload;
    kept.delete(key);
    return undefined;
  };
  const findBy = (model: string, test: (payload: AdapterPayload) => boolean) => {
    for (const [key, { payload }] of kept) if (key.startsWith(`${model}:`) && test(payload)) return payload;
    return undefined;
  };
  return (model) => ({
    upsert: async (id, payload, expiresIn) => {
      const expiresAt = expiresIn ? Date.now() + expiresIn * 1000 : Infinity;
      kept.set(`${model}:${id}`, { payload, expiresAt });
    },
    find: async (id) => alive(`${model}:${id}`),
    findByUid: async (uid) => findBy(model, (payload) => payload.uid === uid),
    findByUserCode: async (code) => findBy(model, (payload) => payload.userCode === code),
    destroy: async (id) => void kept.delete(`${model}:${id}`),
    consume: async (id) => {
      const payload = alive(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of kept) {
        if (key.startsWith(`${model}:`) && payload.grantId === grantId) kept.delete(key);
      }
    },
  });
}
