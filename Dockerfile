# Concord in a container. From a clone:
#
#   docker build -t concord .
#   docker run --rm -v "$PWD:/work:ro" concord check .
#
# The image holds the program and nothing else, not even a shell. With
# --target git it is one that has git, too, which --changed-since asks.

FROM docker.io/library/golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /concord ./cmd/concord

FROM docker.io/library/alpine:3.22 AS git
# The documents belong to somebody else than the user in here.
RUN apk add --no-cache git && git config --system --add safe.directory '*'
COPY --from=build /concord /usr/local/bin/concord
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["concord"]
CMD ["--help"]

FROM scratch
COPY --from=build /concord /concord
COPY LICENSE /LICENSE
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/concord"]
CMD ["--help"]
