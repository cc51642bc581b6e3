import { nobody } from '../model/filters';

/** How the database's functions are asked for an assignee: the nil uuid means nobody, nothing means all. */
export const assigneeArgument = (assignee: string | null): string | undefined =>
  assignee === nobody ? '00000000-0000-0000-0000-000000000000' : (assignee ?? undefined);
