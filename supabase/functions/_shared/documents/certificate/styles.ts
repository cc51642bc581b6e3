import { StyleSheet } from '@react-pdf/renderer';
import { colors, page } from './artwork.ts';
import { sansFamily } from './fonts.ts';
import { fontFamilies } from './scripts.ts';

const sans = { fontFamily: sansFamily, color: colors.muted } as const;

export const styles = StyleSheet.create({
  page: { backgroundColor: colors.paper },
  art: { position: 'absolute', top: 0, left: 0, width: page.width, height: page.height },
  head: {
    position: 'absolute',
    top: 62,
    left: 0,
    right: 0,
    flexDirection: 'row',
    justifyContent: 'center',
    alignItems: 'center',
  },
  product: { ...sans, fontWeight: 700, fontSize: 10.5, letterSpacing: 2.6, color: colors.brandDark, marginLeft: 9 },
  title: {
    position: 'absolute',
    top: 96,
    left: 60,
    right: 60,
    textAlign: 'center',
    fontFamily: fontFamilies.latin,
    fontSize: 42,
    color: colors.ink,
  },
  body: {
    position: 'absolute',
    top: 158,
    left: 80,
    right: 80,
    height: 256,
    alignItems: 'center',
    justifyContent: 'center',
  },
  lead: { ...sans, fontSize: 11.5, letterSpacing: 0.3, textAlign: 'center' },
  name: { textAlign: 'center', color: colors.brandDark },
  rule: { width: 320, height: 9, marginTop: 8, marginBottom: 12 },
  track: { textAlign: 'center', color: colors.ink },
  foot: {
    position: 'absolute',
    left: 76,
    right: 76,
    bottom: 66,
    height: 96,
    flexDirection: 'row',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
  },
  column: { width: 236 },
  right: { width: 236, flexDirection: 'row', justifyContent: 'flex-end', alignItems: 'flex-end' },
  label: { ...sans, fontSize: 7.5, letterSpacing: 0.8, textTransform: 'uppercase' },
  value: { fontFamily: sansFamily, fontSize: 9.5, fontWeight: 700, color: colors.ink, marginTop: 1.5, marginBottom: 7 },
  dates: { flexDirection: 'row' },
  date: { width: 112 },
  signature: { borderTopWidth: 0.8, borderTopColor: colors.goldSoft, paddingTop: 5, width: 200 },
  signatory: { fontSize: 12, color: colors.ink },
  signatoryTitle: { ...sans, fontSize: 8, marginTop: 2 },
  facts: { alignItems: 'flex-end', marginRight: 12, width: 150 },
  address: { ...sans, fontSize: 6.4, textAlign: 'right' },
});
