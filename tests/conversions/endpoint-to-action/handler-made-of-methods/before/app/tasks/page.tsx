import { Task } from './task';

export default function Page() {
  return (
    <ul>
      <Task id="1" initial="Feed the cat" />
    </ul>
  );
}
