import { messageOf } from "@todo-platform/service-kit";
import type { Logger, Session, StateStore } from "@todo-platform/service-kit";

/** Milliseconds for which a session is not looked up again: after it was found good, and after a failure. */
const trust = { good: 10_000, unknown: 2_000 };
/** Most sessions that are remembered; beyond, the oldest are forgotten and looked up again. */
const most = 10_000;

/**
 * Sessions that were ended before their tokens expire, in the state store under `session-{id}`. It fails open: without
 * the store every valid token is good.
 */
export interface RevokedSessions {
  isRevoked(session: Session): Promise<boolean>;
  /** Ends a session; answers false when that could not be stored. */
  revoke(session: Session): Promise<boolean>;
}

interface Known {
  readonly revoked: Promise<boolean>;
  readonly until: number;
}

const keyOf = ({ id }: Session): string => `session-${id}`;

/** The ended sessions in `state`. */
export function createRevokedSessions(state: StateStore, log: Logger): RevokedSessions {
  const known = new Map<string, Known>();
  let failing = false;
  const remember = (id: string, revoked: Promise<boolean>, milliseconds: number): void => {
    known.delete(id);
    known.set(id, { revoked, until: Date.now() + milliseconds });
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
  };
  const lookUp = async (session: Session): Promise<boolean> => {
    try {
      const { value } = await state.get(keyOf(session));
      failing = false;
      if (value !== undefined) remember(session.id, Promise.resolve(true), session.expires - Date.now());
      return value !== undefined;
    } catch (error) {
      if (!failing) log.warn(`ended sessions cannot be read, every valid token is good: ${messageOf(error)}`);
      failing = true;
      remember(session.id, Promise.resolve(false), trust.unknown);
      return false;
    }
  };
  return {
    isRevoked(session) {
      const current = known.get(session.id);
      if (current && current.until > Date.now()) return current.revoked;
      const revoked = lookUp(session);
      remember(session.id, revoked, trust.good);
      return revoked;
    },
    async revoke(session) {
      const ttl = Math.max(1, Math.ceil((session.expires - Date.now()) / 1000));
      try {
        await state.save(keyOf(session), { ended: true }, { ttl });
      } catch (error) {
        log.warn(`a session could not be ended: ${messageOf(error)}`);
        return false;
      }
      remember(session.id, Promise.resolve(true), ttl * 1000);
      return true;
    },
  };
}
