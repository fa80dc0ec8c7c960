import { act } from './actions';

export default function Page() {
  return <form action={act}><input name="name" /></form>;
}
