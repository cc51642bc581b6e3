/** Length of an MP4 by its movie header (`mvhd`, version 0). */
export function readMp4Seconds(file: Buffer): number {
  const header = file.indexOf('mvhd');
  if (header < 0 || file.readUInt8(header + 4) !== 0) throw new Error('No movie header of version 0');
  return file.readUInt32BE(header + 20) / file.readUInt32BE(header + 16);
}
