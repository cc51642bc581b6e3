import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openJsonFile } from '../shared/json-file.ts';

const personSchema = z.object({ email: z.string(), name: z.string().nullable() });

const messageSchema = z.object({
  id: z.string(),
  to: z.array(personSchema),
  cc: z.array(personSchema),
  bcc: z.array(personSchema),
  replyTo: personSchema.nullable(),
  from: personSchema,
  subject: z.string(),
  text: z.string().nullable(),
  html: z.string().nullable(),
  attachments: z.array(
    z.object({ filename: z.string(), type: z.string(), size: z.number(), contentId: z.string().nullable() }),
  ),
  receivedAt: z.string(),
  customArgs: z.record(z.string(), z.string()),
});
export type Message = z.infer<typeof messageSchema>;
export type NewMessage = Omit<Message, 'attachments'> & {
  attachments: (Message['attachments'][number] & { content: Buffer })[];
};

export type MailStore = {
  add(message: NewMessage): void;
  /** Newest first; `to` is any part of a recipient's address. */
  list(to?: string): Message[];
  find(id: string): Message | undefined;
  attachment(id: string, index: number): Buffer | undefined;
  clear(): void;
  flush(): void;
};

const KEPT = 500;

/** Contents lie beside the JSON file, so that a mail with a large PDF does not make every save slow. */
function openContents(folder: string | undefined) {
  const memory = new Map<string, Buffer>();
  if (folder) mkdirSync(folder, { recursive: true });
  const name = (id: string, index: number) => `${id}-${index}`;
  return {
    put(id: string, index: number, content: Buffer) {
      if (folder) writeFileSync(join(folder, name(id, index)), content);
      else memory.set(name(id, index), content);
    },
    get(id: string, index: number) {
      if (!folder) return memory.get(name(id, index));
      const path = join(folder, name(id, index));
      return existsSync(path) ? readFileSync(path) : undefined;
    },
    remove(id: string) {
      for (const key of memory.keys()) if (key.startsWith(`${id}-`)) memory.delete(key);
      if (!folder) return;
      for (const file of readdirSync(folder)) if (file.startsWith(`${id}-`)) rmSync(join(folder, file));
    },
  };
}

export function openMailStore(path: string | undefined): MailStore {
  const file = openJsonFile(path, z.object({ messages: z.array(messageSchema) }), { messages: [] });
  const contents = openContents(path && `${path}.attachments`);
  const { messages } = file.data;

  const removeOldest = (keep: number) => {
    for (const { id } of messages.splice(0, Math.max(0, messages.length - keep))) contents.remove(id);
    file.save();
  };

  return {
    add({ attachments, ...message }) {
      attachments.forEach(({ content }, index) => contents.put(message.id, index, content));
      messages.push({
        ...message,
        attachments: attachments.map(({ filename, type, size, contentId }) => ({ filename, type, size, contentId })),
      });
      removeOldest(KEPT);
    },
    list(to) {
      const wanted = to?.trim().toLowerCase();
      const all = messages.toReversed();
      return wanted
        ? all.filter((one) => recipients(one).some(({ email }) => email.toLowerCase().includes(wanted)))
        : all;
    },
    find: (id) => messages.find((one) => one.id === id),
    attachment: (id, index) => contents.get(id, index),
    clear: () => removeOldest(0),
    flush: file.flush,
  };
}

export const recipients = (message: Message) => [...message.to, ...message.cc, ...message.bcc];
