import { TrackList } from './track-list';

export default function Page() {
  return <TrackList playlistId="1" />;
}
