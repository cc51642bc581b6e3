import { createContext, use } from 'react';
import type { Access } from '~/entities/permissions/access';

export type Institution = Access['institutions'][number];

export type ChosenInstitution = Institution & {
  /** All that this person manages, the chosen one among them. */
  all: Institution[];
  choose: (institutionId: string) => void;
};

export const InstitutionContext = createContext<ChosenInstitution | null>(null);

/** The institution that the manager works for now. Only below the area's layout. */
export function useInstitution(): ChosenInstitution {
  const chosen = use(InstitutionContext);
  if (chosen === null) throw new Error('useInstitution outside the area of institutions');
  return chosen;
}
