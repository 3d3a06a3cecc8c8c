"""A bucket for uploads on a real server of its own that speaks the protocol of S3 (moto)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import boto3
from moto.server import ThreadedMotoServer

from perspectief.settings import uploads

BUCKET = "uploads"
ACCESS_KEY, SECRET_KEY = "somebody", "secret"
REGION = "eu-west-1"


@dataclass(frozen=True)
class UploadBucket:
    """An empty bucket; `endpoint_url` is the address of its server."""

    endpoint_url: str

    @property
    def storage(self) -> dict[str, Any]:
        """Return the settings of a storage in it."""
        return uploads.in_a_bucket(BUCKET, self.endpoint_url, ACCESS_KEY, SECRET_KEY, REGION)

    @property
    def environment(self) -> dict[str, str]:
        """Return the settings of a site that has its uploads in it."""
        return {
            "S3_BUCKET": BUCKET,
            "S3_ENDPOINT_URL": self.endpoint_url,
            "S3_ACCESS_KEY_ID": ACCESS_KEY,
            "S3_SECRET_ACCESS_KEY": SECRET_KEY,
            "S3_REGION": REGION,
        }


@contextmanager
def bucket_server() -> Iterator[str]:
    """Run the server; gives its address."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@contextmanager
def upload_bucket(endpoint_url: str) -> Iterator[UploadBucket]:
    """Make the bucket, and remove it with all that is in it."""
    resource = boto3.resource(
        "s3",
        endpoint_url=endpoint_url,
        region_name=REGION,
        aws_access_key_id=ACCESS_KEY,
        aws_secret_access_key=SECRET_KEY,
    )
    bucket = resource.create_bucket(
        Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION}
    )
    yield UploadBucket(endpoint_url)
    bucket.objects.all().delete()
    bucket.delete()
