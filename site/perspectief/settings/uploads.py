"""Uploads in S3-compatible storage, where more than one server needs them. Tests use it too."""

from typing import Any


def in_a_bucket(
    name: str, endpoint_url: str, access_key: str, secret_key: str, region: str | None = None
) -> dict[str, Any]:
    """Return the settings of a storage in a bucket that only the site reads and writes."""
    return {
        "BACKEND": "perspectief.bucket_storage.BucketStorage",
        "OPTIONS": {
            "bucket_name": name,
            "endpoint_url": endpoint_url,
            "region_name": region,
            "access_key": access_key,
            "secret_key": secret_key,
            "signature_version": "s3v4",
            "addressing_style": "path",
            "default_acl": None,
            "file_overwrite": False,
        },
    }
