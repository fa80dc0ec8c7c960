interface Bucket {
  put(key: string, data: Blob): Promise<void>;
}

export async function keepPhoto(bucket: Bucket, folder: string, photo: File) {
  const name = `${folder}/${Date.now()}`;
  await bucket.put(name, photo);
  return name;
}
