/** How long a video is, as this browser reads it; null when it cannot. */
export function videoSeconds(file: File): Promise<number | null> {
  return new Promise((resolve) => {
    const address = URL.createObjectURL(file);
    const video = document.createElement('video');
    const end = (seconds: number | null) => {
      clearTimeout(limit);
      URL.revokeObjectURL(address);
      resolve(seconds);
    };
    const limit = setTimeout(() => end(null), 5_000);
    video.preload = 'metadata';
    video.addEventListener('loadedmetadata', () => {
      const seconds = Math.round(video.duration);
      end(Number.isFinite(seconds) && seconds > 0 && seconds <= 86_400 ? seconds : null);
    });
    video.addEventListener('error', () => end(null));
    video.src = address;
  });
}
