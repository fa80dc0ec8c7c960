import Rename from './rename';

export default function Page() {
  return <Rename id="1" />;
}
