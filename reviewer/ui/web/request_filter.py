"""Lets nothing out of the preview: our own scheme, and remote images where the editor said so."""

from __future__ import annotations

from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

from reviewer.render.page import SCHEME

ResourceType = QWebEngineUrlRequestInfo.ResourceType


class RequestFilter(QWebEngineUrlRequestInterceptor):
    """Blocks every request that is not listed here, whatever the page says."""

    def __init__(self) -> None:
        super().__init__()
        self.remote_images = False

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Decide about one request."""
        if not self.allows(info.requestUrl().scheme(), info.resourceType()):
            info.block(True)

    def allows(self, scheme: str, kind: ResourceType) -> bool:
        """Whether a resource of this kind may come through this scheme."""
        if scheme == SCHEME:
            return True
        return self.remote_images and scheme == "https" and kind is ResourceType.ResourceTypeImage
