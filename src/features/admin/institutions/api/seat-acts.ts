import { done } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { useInstitutionAct } from './use-institution-act';

/** Price in paise for a seat. */
type Block = { track_id: string; seats: number; price: number; valid_until: string };

/** `seen`: how many blocks were shown, so that a second click adds nothing. */
async function addSeats(add: { institutionId: string; block: Block; seen: number; reason: string }) {
  const supabase = await getSupabase();
  await done(
    supabase.rpc('add_seat_block', {
      p_institution_id: add.institutionId,
      p_track_id: add.block.track_id,
      p_seats: add.block.seats,
      p_price: add.block.price,
      p_valid_until: add.block.valid_until,
      p_seen: add.seen,
      p_reason: add.reason,
    }),
  );
}

async function changeSeats(change: { blockId: string; block: Block; reason: string }) {
  const supabase = await getSupabase();
  await done(
    supabase.rpc('change_seat_block', {
      p_block_id: change.blockId,
      p_seats: change.block.seats,
      p_price: change.block.price,
      p_valid_until: change.block.valid_until,
      p_reason: change.reason,
    }),
  );
}

export const useAddSeats = () => useInstitutionAct(addSeats);
export const useChangeSeats = () => useInstitutionAct(changeSeats);
