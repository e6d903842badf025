"""Stops receiving a file once it is larger than `UPLOAD_MAX_BYTES`, so that it cannot fill the disk on its way.

First of `FILE_UPLOAD_HANDLERS`. The name of a file cut off is kept on the request for the page to say so; the other
files of the same form go on.
"""

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest


class SizeLimit(FileUploadHandler):
    def new_file(self, *args, **kwargs) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > settings.UPLOAD_MAX_BYTES:
            self.request.cut_off = [*cut_off(self.request), self.file_name]
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def cut_off(request: HttpRequest) -> list[str]:
    """Names of the files of this request that were too large to be received."""
    return getattr(request, "cut_off", [])
