'use client';

export default function InlineAction() {
  async function subscribe(formData: FormData) {
    'use server';
    console.log(formData.get('email'));
  }

  return (
    <form action={subscribe}>
      <input name="email" />
      <button>Subscribe</button>
    </form>
  );
}
