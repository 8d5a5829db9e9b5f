import type { Fault } from './faulty-host.ts';
import type { Resource } from './resources.ts';
import { PLACES, WAYS } from './uses.ts';

/** One cell: a resource that comes with a fault. */
export interface Cell {
  resource: Resource;
  fault: Fault;
}

/** True where the fault begins in mid-story. */
export const isLate = ({ resource, fault }: Cell): boolean =>
  fault === 'dropped' && WAYS[resource.use].step === PLACES.at;
