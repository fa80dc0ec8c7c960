export default function Page() {
  async function /*|*/act() {
    'use server';
    console.log('acted');
  }
  return <form action={act} />;
}
