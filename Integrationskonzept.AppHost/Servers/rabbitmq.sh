#!/usr/bin/env bash
# RabbitMQ from Debian's package: one node without epmd, on folders of our own.
name=RabbitMQ
[[ -n ${ENTERED-} ]] || . "${0%/*}/server.sh"

installed=$(ls -d /usr/lib/rabbitmq/lib/rabbitmq_server-* 2>/dev/null | tail -n 1)
[[ -n $installed ]] || fail "RabbitMQ is not installed (Debian package rabbitmq-server)."
[[ -n $KEEP ]] || rm -rf mnesia

# Users, their rights and the virtual hosts come with the definitions, read at every start.
printf %s "$DEFINITIONS" >definitions.json
cat >rabbitmq.conf <<CONF
listeners.tcp.1 = 127.0.0.1:$PORT
log.console = true
log.console.level = info
log.file = false
load_definitions = $STATE/definitions.json
CONF
echo '[].' >enabled_plugins
# The broker looks through every plugin that it finds at each start: three seconds for what nobody uses.
rm -rf plugins && mkdir plugins && ln -s "$installed"/plugins/rabbit-* plugins/

export HOME=$STATE PATH=/usr/bin:/bin LC_ALL=C.UTF-8
export RABBITMQ_NODENAME=rabbit@localhost RABBITMQ_MNESIA_BASE=$STATE/mnesia RABBITMQ_LOG_BASE=$STATE/log RABBITMQ_LOGS=- \
  RABBITMQ_CONF_ENV_FILE=/dev/null RABBITMQ_CONFIG_FILE=$STATE/rabbitmq.conf RABBITMQ_ADVANCED_CONFIG_FILE=$STATE/none.config \
  RABBITMQ_ENABLED_PLUGINS_FILE=$STATE/enabled_plugins RABBITMQ_PLUGINS_DIR=$STATE/plugins RABBITMQ_DIST_PORT=$DISTRIBUTION_PORT
# Makes the start script become the broker instead of standing between us and it.
export RABBITMQ_ALLOW_INPUT=1
# Every minute the broker starts a helper that would start epmd and leave it running.
export ERL_ZFLAGS='-start_epmd false' ERL_CRASH_DUMP_BYTES=0
serve TERM "$installed/sbin/rabbitmq-server" -noinput -sname rabbit@localhost -start_epmd false -erl_epmd_port "$DISTRIBUTION_PORT" \
  -kernel inet_dist_use_interface '{127,0,0,1}' -kernel inet_dist_listen_min "$DISTRIBUTION_PORT" -kernel inet_dist_listen_max "$DISTRIBUTION_PORT"
