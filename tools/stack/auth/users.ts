import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Queryable } from './database.ts';
import { AuthError, emailExists } from './errors.ts';

type Metadata = Record<string, unknown>;

export interface User {
  id: string;
  aud: string;
  role: string;
  email: string;
  has_password: boolean;
  email_confirmed_at: Date | null;
  confirmed_at: Date | null;
  invited_at: Date | null;
  confirmation_sent_at: Date | null;
  recovery_sent_at: Date | null;
  email_change: string | null;
  email_change_sent_at: Date | null;
  last_sign_in_at: Date | null;
  banned_until: Date | null;
  raw_app_meta_data: Metadata | null;
  raw_user_meta_data: Metadata | null;
  created_at: Date;
  updated_at: Date;
}

const columns = `id, aud, role, email, coalesce(encrypted_password, '') <> '' as has_password, email_confirmed_at, confirmed_at, invited_at,
  confirmation_sent_at, recovery_sent_at, email_change, email_change_sent_at, last_sign_in_at, banned_until,
  raw_app_meta_data, raw_user_meta_data, created_at, updated_at`;

export async function findUser(db: Queryable, by: 'id' | 'email', value: string): Promise<User | null> {
  const { rows } = await db.query<User>(
    `select ${columns} from auth.users where ${by} = $1 and not is_sso_user and deleted_at is null`,
    [by === 'email' ? value.toLowerCase() : value],
  );
  return rows[0] ?? null;
}

export async function listUsers(
  db: Queryable,
  page: number,
  perPage: number,
): Promise<{ users: User[]; total: number }> {
  const { rows } = await db.query<User>(
    `select ${columns} from auth.users where deleted_at is null order by created_at desc limit $1 offset $2`,
    [perPage, (page - 1) * perPage],
  );
  const {
    rows: [counted],
  } = await db.query<{ total: number }>('select count(*)::int as total from auth.users where deleted_at is null');
  return { users: rows, total: counted?.total ?? 0 };
}

export interface NewUser {
  id?: string | undefined;
  email: string;
  password?: string | undefined;
  userMetadata?: Metadata | undefined;
  appMetadata?: Metadata | undefined;
  confirmed?: boolean | undefined;
  invited?: boolean;
}

export async function createUser(db: Queryable, user: NewUser): Promise<User> {
  const id = user.id ?? randomUUID();
  const email = user.email.toLowerCase();
  const identity = { sub: id, email, email_verified: user.confirmed ?? false, phone_verified: false };
  const userMetadata = { ...user.userMetadata, ...identity };
  const appMetadata = { provider: 'email', providers: ['email'], ...user.appMetadata };
  try {
    await db.query(
      `insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, invited_at, raw_app_meta_data,
         raw_user_meta_data, created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new)
       values ('00000000-0000-0000-0000-000000000000', $1, 'authenticated', 'authenticated', $2,
         case when $3::text is null then '' else extensions.crypt($3, extensions.gen_salt('bf', 10)) end,
         case when $4 then now() end, case when $5 then now() end, $6, $7, now(), now(), '', '', '', '')`,
      [id, email, user.password ?? null, user.confirmed ?? false, user.invited ?? false, appMetadata, userMetadata],
    );
    await db.query(
      `insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
       values ($1, $2, $3, 'email', now(), now(), now())`,
      [id, id, identity],
    );
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23505' && /users_email/.test(error.constraint ?? ''))
      throw emailExists();
    console.error(
      `auth: saving a new user failed with ${error instanceof pg.DatabaseError ? `${error.code} ${error.routine ?? ''}` : String(error)}`,
    );
    throw new AuthError(500, 'unexpected_failure', 'Database error saving new user');
  }
  return mustFind(db, id);
}

export interface UserChanges {
  email?: string | undefined;
  password?: string | undefined;
  userMetadata?: Metadata | undefined;
  appMetadata?: Metadata | undefined;
  confirm?: boolean | undefined;
  bannedUntil?: Date | null | undefined;
}

/** Metadata is merged key by key; a key set to null is taken away. */
export async function updateUser(db: Queryable, id: string, changes: UserChanges): Promise<User> {
  const email = changes.email?.toLowerCase();
  try {
    await db.query(
      `update auth.users set
         email = coalesce($2, email),
         encrypted_password = case when $3::text is null then encrypted_password else extensions.crypt($3, extensions.gen_salt('bf', 10)) end,
         raw_user_meta_data = jsonb_strip_nulls(coalesce(raw_user_meta_data, '{}') || coalesce($4::jsonb, '{}')),
         raw_app_meta_data = jsonb_strip_nulls(coalesce(raw_app_meta_data, '{}') || coalesce($5::jsonb, '{}')),
         email_confirmed_at = case when $6 then coalesce(email_confirmed_at, now()) else email_confirmed_at end,
         banned_until = case when $7 then $8::timestamptz else banned_until end,
         updated_at = now()
       where id = $1`,
      [
        id,
        email ?? null,
        changes.password ?? null,
        changes.userMetadata ?? null,
        changes.appMetadata ?? null,
        changes.confirm ?? false,
        changes.bannedUntil !== undefined,
        changes.bannedUntil ?? null,
      ],
    );
    if (email !== undefined || changes.confirm) await mirrorIntoIdentity(db, id);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23505') throw emailExists();
    throw error;
  }
  return mustFind(db, id);
}

async function mirrorIntoIdentity(db: Queryable, id: string): Promise<void> {
  await db.query(
    `with person as (
       update auth.users set raw_user_meta_data = coalesce(raw_user_meta_data, '{}')
         || jsonb_build_object('email', email, 'email_verified', email_confirmed_at is not null)
       where id = $1 returning id, email, email_confirmed_at)
     update auth.identities i set updated_at = now(), identity_data = i.identity_data
       || jsonb_build_object('email', person.email, 'email_verified', person.email_confirmed_at is not null)
     from person where i.user_id = person.id and i.provider = 'email'`,
    [id],
  );
}

export async function passwordMatches(db: Queryable, id: string, password: string): Promise<boolean> {
  const { rows } = await db.query<{ ok: boolean }>(
    `select encrypted_password <> '' and encrypted_password = extensions.crypt($2, encrypted_password) as ok from auth.users where id = $1`,
    [id, password],
  );
  return rows[0]?.ok === true;
}

export const isBanned = (user: User) => user.banned_until !== null && user.banned_until > new Date();

/** The user as the API shows it. */
export async function presentUser(db: Queryable, user: User): Promise<Record<string, unknown>> {
  const { rows: identities } = await db.query(
    `select id as identity_id, provider_id as id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at, email
     from auth.identities where user_id = $1`,
    [user.id],
  );
  const { raw_app_meta_data, raw_user_meta_data, has_password: _, email_change, ...rest } = user;
  const shown = Object.entries(rest).filter(([, value]) => value !== null);
  return {
    ...Object.fromEntries(shown),
    phone: '',
    ...(email_change ? { new_email: email_change } : {}),
    app_metadata: raw_app_meta_data ?? {},
    user_metadata: raw_user_meta_data ?? {},
    identities,
    is_anonymous: false,
  };
}

async function mustFind(db: Queryable, id: string): Promise<User> {
  const user = await findUser(db, 'id', id);
  if (!user) throw new AuthError(404, 'user_not_found', 'User not found');
  return user;
}
